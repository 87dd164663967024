import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Numbers as text of a journal or a message: compressed, base64. */
export const packed = (cells: Float64Array): string =>
  deflateRawSync(Buffer.from(cells.buffer, cells.byteOffset, cells.byteLength), { level: 1 }).toString('base64');

/** The numbers that {@link packed} made into text. */
export function unpacked(text: string): Float64Array {
  const bytes = inflateRawSync(Buffer.from(text, 'base64'));
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
