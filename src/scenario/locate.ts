import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Finding, PathPart, Range } from '../language/index.ts';
import { keyText, type Source } from './source.ts';

type Found = { readonly node: Node; readonly key: Node | undefined };

const asNode = (value: unknown): Node | undefined =>
  isScalar(value) || isCollection(value) || isAlias(value) ? value : undefined;

function followed(node: Node, source: Source): Node {
  return isAlias(node) ? (node.resolve(source.document) ?? node) : node;
}

function pairNamed(items: readonly Pair[], part: PathPart): Found | undefined {
  const pair = items.find((item) => isPair(item) && keyText(item.key) === String(part));
  const key = asNode(pair?.key);
  return pair === undefined || key === undefined ? undefined : { node: asNode(pair.value) ?? key, key };
}

/** An item by index, or by the name that stands there: a list may be written where a map could be. */
function itemAt(items: readonly unknown[], part: PathPart): Found | undefined {
  const item = typeof part === 'number' ? items[part] : items.find((one) => keyText(one) === part);
  const node = asNode(item);
  return node === undefined ? undefined : { node, key: undefined };
}

function child(node: Node, part: PathPart): Found | undefined {
  if (isMap(node)) return pairNamed(node.items, part);
  return isSeq(node) ? itemAt(node.items, part) : undefined;
}

/** Follows a path as far as it is written; a part that is not there is passed over. */
function find(
  path: readonly PathPart[],
  source: Source,
): { readonly found: Found; readonly whole: boolean } | undefined {
  let found: Found | undefined =
    source.document.contents === null ? undefined : { node: source.document.contents, key: undefined };
  let whole = true;
  for (const part of path) {
    if (found === undefined) return undefined;
    const next = child(followed(found.node, source), part);
    whole = next !== undefined;
    found = next ?? found;
  }
  return found === undefined ? undefined : { found, whole };
}

/**
 * The stretch of text a finding is about: the value at its path, or its key where the value is a map or a list, or
 * where the key is what is wrong. What is missing is pointed at by the nearest thing around it that is there.
 */
export function locate(finding: Pick<Finding, 'path' | 'atKey'>, source: Source): Range | undefined {
  const result = find(finding.path, source);
  if (result === undefined) return undefined;
  const { node, key } = result.found;
  const pointed = key !== undefined && (finding.atKey === true || isCollection(node) || !result.whole) ? key : node;
  const range = pointed.range;
  if (range === undefined || range === null) return undefined;
  return source.lines.range(range[0], isCollection(pointed) ? range[0] + 1 : range[1]);
}
