import { createRequire } from 'node:module';
import { chartHeight, type Language, unitTexts } from '../../index.ts';
import { type ChartSpec, chartConfig } from '../../visual/index.ts';
import { mendedLetters } from './letters.ts';
import { UNDRAWN } from './undrawn.ts';

/** What pictures need beside hasim, all of it optional: `npm install` takes these words. */
export const PICTURE_PACKAGES = 'chart.js chartjs-node-canvas @fontsource/zcool-xiaowei';

const WIDTH = 960;
/** Letters for Latin and Chinese alike, so that a machine without fonts writes both. */
const FONT = 'hasim';
const FONT_FILE = '@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff';

/** Draws a chart as PNG. */
export type Draw = (spec: ChartSpec, language: Language) => Uint8Array;

/** A pen for charts; undefined where the packages it needs are not installed, or nobody looks at them. */
export async function penForCharts(): Promise<Draw | undefined> {
  if (process.env[UNDRAWN] !== undefined) return undefined;
  const packages = await optional();
  if (packages === undefined) return undefined;
  const { ChartJSNodeCanvas } = packages;
  const units = unitTexts();
  return (spec, tongue) => {
    const height = chartHeight(spec) + 40;
    const canvas = new ChartJSNodeCanvas({ width: WIDTH, height });
    const config = chartConfig(spec, { tongue, ground: 'light', units, font: FONT, titled: true });
    return canvas.renderToBufferSync({ ...config, plugins: [...(config.plugins ?? []), mendedLetters] }, 'image/png');
  };
}

async function optional() {
  try {
    const charts = await import('chartjs-node-canvas');
    await registerFont();
    return charts;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'].includes(String(error.code));

/** `canvas` registers a font by a function, `@napi-rs/canvas` by a collection of them. */
async function registerFont(): Promise<void> {
  const require = createRequire(import.meta.url);
  const file = require.resolve(FONT_FILE);
  const canvas: object = createRequire(require.resolve('chartjs-node-canvas'))('canvas');
  if ('GlobalFonts' in canvas) {
    const { GlobalFonts: fonts } = canvas;
    if (hasFonts(fonts)) fonts.registerFromPath(file, FONT);
  } else if ('registerFont' in canvas && typeof canvas.registerFont === 'function')
    canvas.registerFont(file, { family: FONT });
}

const hasFonts = (fonts: unknown): fonts is { registerFromPath: (path: string, name: string) => unknown } =>
  typeof fonts === 'object' && fonts !== null && 'registerFromPath' in fonts;
