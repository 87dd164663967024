import type { Language, Picture } from '../../index.ts';
import type { ChartSpec } from '../../visual/index.ts';
import type { BundleFile } from '../bundle/evidence.ts';
import { PICTURE_PACKAGES, penForCharts } from './pictures.ts';

const MISSING = `Charts as pictures need packages that are not installed:

    npm install ${PICTURE_PACKAGES}

The page beside this folder draws them without.
`;

/** What is there instead of pictures where they cannot be drawn. */
export const NO_PICTURES = 'charts/README.txt';

/** What the picture of a chart is called. */
export const pictureName = ({ id }: ChartSpec): string => `charts/${id}.png`;

/** Files with pictures, and how a text beside them names those. */
export interface Drawn {
  readonly files: readonly BundleFile[];
  readonly pictures: readonly Picture[];
}

/** A picture of each chart; what is missing, where they cannot be drawn. Their bytes hang on who draws them. */
export async function picturesOf(charts: readonly ChartSpec[], language: Language): Promise<Drawn> {
  const draw = await penForCharts();
  if (draw === undefined) return { files: [{ name: NO_PICTURES, content: MISSING, once: true }], pictures: [] };
  const named = charts.map((spec) => ({ spec, name: pictureName(spec) }));
  return {
    files: named.map(({ spec, name }) => ({ name, content: draw(spec, language), once: true })),
    pictures: named.map(({ spec, name }) => ({ file: name, title: spec.title[language] })),
  };
}
