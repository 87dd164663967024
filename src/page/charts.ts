import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  Title,
  Tooltip,
} from 'chart.js';
import { type ChartSpec, chartConfig, namesHeight, type PageTexts } from '../visual/index.ts';
import { all, ground, isOnPaper, onLook, tongue } from './page.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  Title,
  Tooltip,
);

/** Charts are drawn when they come into sight, and again when the page looks otherwise. */
export function startCharts(specs: readonly ChartSpec[], words: PageTexts): void {
  const drawn = new Map<HTMLCanvasElement, Chart>();
  const draw = (canvas: HTMLCanvasElement): void => {
    const spec = specs.find(({ id }) => id === canvas.dataset['chart']);
    if (spec === undefined) return;
    drawn.get(canvas)?.destroy();
    makeRoom(canvas, spec);
    const font = getComputedStyle(document.body).fontFamily;
    const config = chartConfig(spec, { tongue: tongue(), ground: ground(), units: words.units, font, fluid: true });
    drawn.set(canvas, new Chart(canvas, config));
  };
  const canvases = all<HTMLCanvasElement>('canvas[data-chart]');
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const canvas = canvases.find((one) => one === target);
        if (isIntersecting && canvas !== undefined && !drawn.has(canvas)) draw(canvas);
      }
    },
    { rootMargin: '400px' },
  );
  for (const canvas of canvases) sight.observe(canvas);
  onLook(() => {
    for (const canvas of isOnPaper() ? canvases : drawn.keys()) draw(canvas);
  });
}

/** Names that stand below each other on a phone take no room from what is drawn. */
function makeRoom({ parentElement: box, dataset }: HTMLCanvasElement, spec: ChartSpec): void {
  dataset['height'] ??= String(Number.parseFloat(box!.style.height));
  box!.style.height = `${Number(dataset['height']) + namesHeight(spec, tongue(), box!.clientWidth)}px`;
}
