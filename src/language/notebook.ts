import { parse as parseYaml } from 'yaml';
import type { Assumption, Defaults } from './assumption.ts';
import { explain } from './explain.ts';
import { type Finding, type InChinese, type PathPart, pathText } from './problem.ts';
import type { Form } from './scalar.ts';

interface Pages {
  readonly assumptions: Assumption[];
  readonly findings: Finding[];
}

/** Gives a key its value: the one written, or the default, which is then noted as an assumption. */
export type Fill = <T>(key: string, given: T | undefined, form: Form<T>) => T;

/** What reading a scenario notes beside the values: assumptions made and problems found, each with its path. */
export class Notebook {
  readonly path: readonly PathPart[];
  readonly #pages: Pages;

  constructor(path: readonly PathPart[] = [], pages: Pages = { assumptions: [], findings: [] }) {
    this.path = path;
    this.#pages = pages;
  }

  get assumptions(): readonly Assumption[] {
    return this.#pages.assumptions;
  }

  get findings(): readonly Finding[] {
    return this.#pages.findings;
  }

  /** The same notebook, writing about a part. */
  at(...parts: readonly PathPart[]): Notebook {
    return new Notebook([...this.path, ...parts], this.#pages);
  }

  assume(value: string, source: string): void {
    this.#pages.assumptions.push({ path: pathText(this.path), value, source });
  }

  /** Notes a problem; its path is relative to where the notebook stands. */
  report(finding: Finding): void {
    this.#pages.findings.push({ ...finding, path: [...this.path, ...finding.path] });
  }

  error(code: string, message: string, more: Partial<Finding> = {}): void {
    this.report({ severity: 'error', code, message, path: [], ...more });
  }

  /** A warning is said in both languages. */
  warn(code: string, message: string, more: Partial<Finding> & { readonly zh: InChinese }): void {
    this.report({ severity: 'warning', code, message, path: [], ...more });
  }

  /** The value of `raw`, or undefined after noting everything that is wrong with it. */
  read<T>(form: Form<T>, raw: unknown): T | undefined {
    const result = explain(form, raw);
    if (result.ok) return result.value;
    for (const finding of result.findings) this.report(finding);
    return undefined;
  }

  /** Fills in from a table. A key that is neither written nor in the table is a fault of hasim. */
  filling(defaults: Defaults): Fill {
    return (key, given, form) => {
      if (given !== undefined) return given;
      const { value, source } = defaults[key]!;
      this.at(...key.split('.')).assume(value, source);
      return form.parse(parseYaml(value));
    };
  }
}
