// What judging by a standard comes to, as reports and documents tell it.
export * from './audit.ts';
export * from './confidence.ts';
export * from './disaster.ts';
export * from './element.ts';
export * from './profile.ts';
export * from './standard.ts';
