import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { completionAt, readScenario, scenarioJsonSchema } from '../../index.ts';
import { sentenceInChinese } from '../chinese/index.ts';
import { type Asset, loadAssets } from './assets.ts';
import { bodyOf } from './body.ts';
import type { Folder } from './folder.ts';
import { FORMS } from './forms.ts';
import { HEADERS, PAGE_POLICY, Rejection, refuseStrangers } from './guard.ts';
import { compareJob, doing, drillJob, explainJob, type Job, runJob } from './jobs.ts';

/** Simulations at one time; more wait for nobody. */
const MOST_JOBS = 4;

type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

/** The local page: one folder of scenarios, edited, run, drilled and compared. */
export class Desk {
  readonly server: Server;
  private readonly folder: Folder;
  private readonly host: string;
  private readonly assets: ReadonlyMap<string, Asset> = loadAssets();
  private readonly schema = scenarioJsonSchema();
  private readonly answers: ReadonlyMap<string, Answer>;
  private jobs = 0;

  constructor(folder: Folder, host: string) {
    this.folder = folder;
    this.host = host;
    this.answers = new Map<string, Answer>([
      ['GET /api/files', (_, response) => json(response, { folder: folder.path, files: folder.list() })],
      ['GET /api/file', (_, response, url) => json(response, folder.read(url.searchParams.get('name') ?? ''))],
      ['PUT /api/file', (request, response) => this.save(request, response)],
      ['POST /api/validate', (request, response) => this.validate(request, response)],
      ['POST /api/complete', (request, response) => this.complete(request, response)],
      ['POST /api/run', async (request, response) => this.tell(response, runJob(await bodyOf(request, FORMS.run)))],
      [
        'POST /api/drill',
        async (request, response) => this.tell(response, drillJob(await bodyOf(request, FORMS.drill))),
      ],
      [
        'POST /api/explain',
        async (request, response) => this.tell(response, explainJob(await bodyOf(request, FORMS.explain))),
      ],
      [
        'POST /api/compare',
        async (request, response) => this.tell(response, compareJob(await bodyOf(request, FORMS.compare))),
      ],
    ]);
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  get port(): number {
    const address = this.server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      refuseStrangers(request, this.host, this.port);
      const url = new URL(request.url ?? '/', 'http://desk');
      const asset = request.method === 'GET' ? this.assets.get(url.pathname) : undefined;
      const answer = this.answers.get(`${request.method} ${url.pathname}`);
      if (asset !== undefined) file(response, asset);
      else if (answer === undefined) throw new Rejection(404, 'there is nothing here');
      else await answer(request, response, url);
    } catch (error) {
      refuse(response, error);
    }
  }

  private async save(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { name, text, was } = await bodyOf(request, FORMS.save);
    const { version } = this.folder.save(name, text, was);
    json(response, { name, version });
  }

  private async validate(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { text } = await bodyOf(request, FORMS.text);
    const { scenario, problems } = readScenario(text, 'scenario');
    json(response, { valid: scenario !== undefined, problems });
  }

  private async complete(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { text, offset } = await bodyOf(request, FORMS.cursor);
    json(response, completionAt(text, Math.min(offset, text.length), this.schema));
  }

  /** Does a job and tells of it line by line as JSON; it ends when the page goes away. */
  private async tell(response: ServerResponse, job: Job): Promise<void> {
    if (this.jobs >= MOST_JOBS) throw new Rejection(429, `${MOST_JOBS} simulations are under way`);
    this.jobs += 1;
    try {
      response.writeHead(200, { ...HEADERS, 'content-type': 'application/x-ndjson; charset=utf-8' });
      for await (const said of doing(job, () => !response.destroyed)) response.write(`${JSON.stringify(said)}\n`);
    } catch (error) {
      response.write(`${JSON.stringify(toldOf(error))}\n`);
    } finally {
      this.jobs -= 1;
      response.end();
    }
  }
}

/** A refusal in English, and in Chinese where that is known; the page speaks either. */
function toldOf(error: unknown): { readonly error: string; readonly zh?: string } {
  const message = error instanceof Error ? error.message : String(error);
  const zh = sentenceInChinese(message);
  return zh === undefined ? { error: message } : { error: message, zh };
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

function file(response: ServerResponse, { type, bytes }: Asset): void {
  response.writeHead(200, { ...HEADERS, 'content-type': type, 'content-security-policy': PAGE_POLICY });
  response.end(bytes);
}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const status = error instanceof Rejection ? error.status : 500;
  response.writeHead(status, { ...HEADERS, 'content-type': 'application/json; charset=utf-8', connection: 'close' });
  response.end(JSON.stringify(toldOf(error)));
}
