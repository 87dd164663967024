/**
 * Colours that readers with any colour vision can tell apart: M. Okabe and K. Ito, "Color Universal Design" (2008), with a grey;
 * blues, greens and black lightened on dark ground.
 */
export const PALETTE = {
  light: {
    orange: '#e69f00',
    sky: '#56b4e9',
    green: '#009e73',
    yellow: '#f0e442',
    blue: '#0072b2',
    red: '#d55e00',
    purple: '#cc79a7',
    black: '#3d4653',
    grey: '#9aa5b1',
  },
  dark: {
    orange: '#e69f00',
    sky: '#56b4e9',
    green: '#1fb588',
    yellow: '#f0e442',
    blue: '#2b7fbf',
    red: '#e8722a',
    purple: '#d68fb8',
    black: '#c3ccd6',
    grey: '#7c8997',
  },
} as const;

export type Ground = keyof typeof PALETTE;
export type ColourName = keyof (typeof PALETTE)['light'];

/** What a page is drawn on, and what is written on it. */
export const GROUND: Readonly<
  Record<Ground, { readonly paper: string; readonly ink: string; readonly dim: string; readonly line: string }>
> = {
  light: { paper: '#ffffff', ink: '#16202c', dim: '#566273', line: '#dde2e9' },
  dark: { paper: '#18202a', ink: '#e8edf3', dim: '#a3b0bf', line: '#2d3846' },
};

/** Phases of downtime in their colours: what is waited for first is lightest. */
export const PHASE_COLOURS: Readonly<Record<string, ColourName>> = {
  detect: 'sky',
  decide: 'orange',
  switch: 'blue',
  start: 'purple',
  restore: 'green',
  propagate: 'yellow',
  overload: 'black',
  repair: 'red',
  flap: 'grey',
};
