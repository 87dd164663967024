/** In the environment of a command whose pictures nobody looks at: it draws none, as where the packages for them are not installed. */
export const UNDRAWN = 'HASIM_UNDRAWN';
