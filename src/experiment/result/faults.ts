import type { SourceClass } from '../../model/index.ts';

/**
 * The class of what broke: the size of the thing that one fault takes; a `plan` that stopped service on purpose can be a trigger
 * too. Only drills tell apart a lost `copy` of data, a `mistake` of an operator and the `control` plane of machines.
 */
export type FaultClass = SourceClass | 'copy' | 'mistake' | 'control';
