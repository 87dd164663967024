import * as z from 'zod';
import { faultsInput } from './faults.ts';
import { law } from './law.ts';
import { meaning } from './meaning.ts';
import { name } from './names.ts';

/** What every task says that carries what is written at one store to another. */
export const taskShape = <K extends string>(kind: K) =>
  meaning(
    { kind: z.literal(kind), from: name, to: name, lag: law.optional(), faults: faultsInput.optional() },
    {
      kind: 'the kind of component',
      from: 'the store whose writes are carried',
      to: 'the store they are carried to',
      lag: 'age of the oldest write not yet carried, without a backlog, within one place',
      faults: 'what breaks it: faults by name, `none` for none at all',
    },
  );
