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
function find(path: readonly PathPart[], source: Source): Found | undefined {
  const { contents } = source.document;
  let found: Found | undefined = contents === null ? undefined : { node: contents, key: undefined };
  for (const part of path) {
    if (found === undefined) return undefined;
    found = child(followed(found.node, source), part) ?? found;
  }
  return found;
}

const isEmpty = ({ range }: Node): boolean => range === undefined || range === null || range[0] === range[1];

/**
 * The stretch of text a finding is about: the value at its path, or its key where the value is a map, a list or nothing,
 * or where the key is what is wrong. What is missing is pointed at by the nearest thing around it that is there.
 */
export function locate({ path, atKey }: Pick<Finding, 'path' | 'atKey'>, source: Source): Range | undefined {
  const found = find(path, source);
  if (found === undefined) return undefined;
  const { node, key } = found;
  const pointed = key !== undefined && (atKey === true || isCollection(node) || isEmpty(node)) ? key : node;
  const { range } = pointed;
  if (range === undefined || range === null) return undefined;
  return source.lines.range(range[0], isCollection(pointed) ? range[0] + 1 : range[1]);
}
