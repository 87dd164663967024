/** What the local server answers. */

export interface StoredText {
  readonly name: string;
  readonly text: string;
  readonly version: string;
}

export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly expected?: string;
  readonly nearest?: string;
  readonly zh?: { readonly message: string; readonly expected?: string };
  readonly range?: {
    readonly start: { readonly offset: number; readonly line: number };
    readonly end: { readonly offset: number };
  };
}

export interface Completion {
  readonly from: number;
  readonly options: readonly {
    readonly label: string;
    readonly kind: 'key' | 'value' | 'name';
    readonly about: string;
    readonly required: boolean;
  }[];
}

/** What a simulation tells while it goes on; the report comes with the last. */
export interface Said {
  readonly done: number;
  readonly asked: number;
  readonly told?: Told;
}

/** A report as text, and as a page of its own where there is one. */
export interface Told {
  readonly text: string;
  readonly page?: string;
}

interface RefusedAs {
  readonly error: string;
  readonly zh?: string;
}

/** What the server refuses, in English and where it is known in Chinese. */
export class Refused extends Error {
  readonly zh?: { readonly message: string };
  constructor({ error, zh }: RefusedAs) {
    super(error);
    if (zh !== undefined) this.zh = { message: zh };
  }
}

async function answered(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw new Refused((await response.json()) as RefusedAs);
}

async function send(method: string, path: string, body: object, signal?: AbortSignal): Promise<Response> {
  const init: RequestInit = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return answered(await fetch(path, signal === undefined ? init : { ...init, signal }));
}

const read = async <T>(response: Promise<Response>): Promise<T> => (await response).json() as Promise<T>;

export const listFiles = (): Promise<{ folder: string; files: string[] }> => read(fetch('/api/files').then(answered));
export const readFile = (name: string): Promise<StoredText> =>
  read(fetch(`/api/file?name=${encodeURIComponent(name)}`).then(answered));
export const saveFile = (name: string, text: string, was: string | null): Promise<{ version: string }> =>
  read(send('PUT', '/api/file', { name, text, was }));
export const validate = (text: string): Promise<{ valid: boolean; problems: Problem[] }> =>
  read(send('POST', '/api/validate', { text }));
export const complete = (text: string, offset: number): Promise<Completion> =>
  read(send('POST', '/api/complete', { text, offset }));

/** Asks for a simulation and hands on what it tells, line by line; returns the last. */
export async function simulate(
  path: string,
  body: object,
  signal: AbortSignal,
  hear: (said: Said) => void,
): Promise<Said | undefined> {
  const response = await send('POST', path, body, signal);
  let last: Said | undefined;
  for await (const line of linesOf(response)) {
    const said = JSON.parse(line) as Said & Partial<RefusedAs>;
    if (said.error !== undefined) throw new Refused({ ...said, error: said.error });
    last = said;
    hear(said);
  }
  return last;
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
  if (rest !== '') yield rest;
}
