/** The parts of a JSON Schema that completion reads. */
export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** One of the forms that a place in a scenario may take, with the names of the definitions that led to it. */
export interface Form {
  readonly schema: Schema;
  readonly refs: readonly string[];
  /** The nearest description on the way to it. */
  readonly about: string;
}

const DEFINITIONS = '#/$defs/';

/** Every form that a schema allows, its references and unions opened. */
export function formsOf(schema: Schema, root: Schema, refs: readonly string[] = [], about = ''): readonly Form[] {
  const told = schema.description ?? about;
  const name = schema.$ref?.startsWith(DEFINITIONS) ? schema.$ref.slice(DEFINITIONS.length) : undefined;
  if (name !== undefined) {
    const target = refs.includes(name) ? undefined : root.$defs?.[name];
    return target === undefined ? [] : formsOf({ ...target, description: told }, root, [...refs, name], told);
  }
  const branches = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  // Beside keys of its own, branches only say which of them must be written.
  if (branches === undefined || schema.properties !== undefined) return [{ schema, refs, about: told }];
  return branches.flatMap((branch) => formsOf(branch, root, refs, told));
}

/** The schemas of what stands below a form by a key or an index. */
export function below({ schema }: Form, part: string | number): readonly Schema[] {
  if (typeof part === 'number') return list(schema.prefixItems?.[part] ?? schema.items);
  const known = schema.properties !== undefined && Object.hasOwn(schema.properties, part);
  return list(known ? schema.properties[part] : schema.additionalProperties);
}

const list = (schema: Schema | boolean | undefined): readonly Schema[] => (typeof schema === 'object' ? [schema] : []);
