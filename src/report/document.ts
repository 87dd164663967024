/** A result as one JSON document. Any name is safe in it; what has no number is null. */
export const documentText = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;
