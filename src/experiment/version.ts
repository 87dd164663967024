/** The version of hasim: part of every result, because bytes are promised per version. A test holds it to package.json. */
export const VERSION = '0.1.0';
