import type { Assumption } from '../language/index.ts';

/** The part of JSON Schema that the forms of the language use. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  /** What the key is for. */
  readonly title?: string;
  /** What may be written. */
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

/** One key that may be written. */
interface Field {
  readonly path: string;
  readonly meaning: string;
  readonly expected: string;
  readonly required: boolean;
}

const row = ({ path, meaning, expected, required }: Field): string =>
  `| \`${cell(path)}\` | ${cell(meaning)} | ${cell(expected)} | ${required ? 'needed' : ''} |`;
const cell = (text: string): string => text.replace(/\|/g, '\\|');

/** Every key of the language and every default with its source, as Markdown, from the schema that also validates. */
export function fieldReference(schema: object, defaults: readonly Assumption[]): string {
  const root: Schema = schema;
  const walker = new Walker(root.$defs ?? {});
  walker.walk(root, '', true);
  const laws = new Walker(root.$defs ?? {});
  for (const form of root.$defs?.law?.anyOf ?? []) laws.walkParts(form, '');
  return [
    '# Field reference',
    '',
    'Written by `hasim schema --markdown` from the forms that also validate a scenario. `<name>` stands for a name of your own.',
    '',
    '## Keys',
    '',
    '| key | what it is for | what is expected | |',
    '|---|---|---|---|',
    ...walker.fields.map(row),
    '',
    '## Laws',
    '',
    'Wherever a law may stand, one of these maps may; a bare duration is a fixed time (in `mtbf` the mean of an exponential law).',
    '',
    '| key | what it is for | what is expected | |',
    '|---|---|---|---|',
    ...laws.fields.map(row),
    '',
    '## Defaults',
    '',
    'As they apply to one component of each kind, product and edition. Each run lists those that it used.',
    '',
    '| key | default | source |',
    '|---|---|---|',
    ...defaults.map(({ path, value, source }) => `| \`${cell(path)}\` | \`${cell(value)}\` | ${cell(source)} |`),
    '',
  ].join('\n');
}

class Walker {
  readonly fields: Field[] = [];
  private readonly definitions: Readonly<Record<string, Schema>>;
  private readonly open: string[] = [];

  constructor(definitions: Readonly<Record<string, Schema>>) {
    this.definitions = definitions;
  }

  /** Lists a schema and all below it. */
  walk(schema: Schema, path: string, required: boolean): void {
    if (path !== '') this.list(schema, path, required);
    this.enter(schema, path);
  }

  /** Goes into a schema. What has a description is told by it; a definition that contains itself is gone into once. */
  private enter(schema: Schema, path: string): void {
    const { $ref } = schema;
    if (this.resolve(schema).description !== undefined) return;
    if ($ref === undefined) {
      this.walkParts(schema, path);
      return;
    }
    if (this.open.includes($ref)) return;
    this.open.push($ref);
    this.walkParts(this.resolve(schema), path);
    this.open.pop();
  }

  private list(schema: Schema, path: string, required: boolean): void {
    const expected = this.expected(schema);
    const known = this.fields.some((field) => field.path === path && field.expected === expected);
    if (!known) this.fields.push({ path, meaning: schema.title ?? '', expected, required });
  }

  walkParts(schema: Schema, path: string): void {
    const { properties, required, additionalProperties, items, anyOf } = schema;
    for (const [key, inner] of Object.entries(properties ?? {})) {
      this.walk(inner, path === '' ? key : `${path}.${key}`, required?.includes(key) ?? false);
    }
    if (typeof additionalProperties === 'object') this.walkNamed(additionalProperties, `${path}.<name>`);
    if (typeof items === 'object') this.enter(items, `${path}[]`);
    for (const form of anyOf ?? []) this.enter(form, this.kindOf(this.resolve(form), path));
  }

  private walkNamed(schema: Schema, path: string): void {
    if (this.resolve(schema).anyOf === undefined) this.walk(schema, path, false);
    else this.enter(schema, path);
  }

  /** Components of different kinds stand side by side under their kind. */
  private kindOf(form: Schema, path: string): string {
    const kind = form.properties?.kind?.const;
    return typeof kind === 'string' ? path.replace('<name>', `<${kind}>`) : path;
  }

  private resolve(schema: Schema): Schema {
    return schema.$ref === undefined ? schema : (this.definitions[schema.$ref.replace('#/$defs/', '')] ?? {});
  }

  /** What may stand there, in a few words. */
  private expected(schema: Schema): string {
    const meant = this.resolve(schema);
    if (meant.description !== undefined) return meant.description;
    if (meant.const !== undefined) return `\`${String(meant.const)}\``;
    if (meant.enum !== undefined) return meant.enum.map((word) => `\`${String(word)}\``).join(', ');
    if (meant.anyOf !== undefined) return [...new Set(meant.anyOf.map((form) => this.expected(form)))].join(', or ');
    if (meant.type === 'array') return 'a list';
    if (meant.type === 'object') return 'a map';
    return meant.type === 'string' ? 'text' : meant.type === 'boolean' ? 'true or false' : (meant.type ?? 'anything');
  }
}
