import { startCharts } from './charts.ts';
import { startCopies } from './copy.ts';
import { startDrawing } from './drawing.ts';
import { dataOf, startPaper } from './page.ts';
import { startReplay } from './replay.ts';
import { startSwitches } from './switches.ts';
import { startTables } from './tables.ts';
import { startZoom } from './zoom.ts';

const data = dataOf();
startSwitches();
startTables(data.words.more);
startDrawing();
startReplay(data);
startZoom(data.words);
startCharts(data.charts, data.words);
startCopies(data.words.copied);
startPaper();
