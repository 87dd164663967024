/** A page's markup as if its lines never broke: without what keeps figures and intervals together. */
export const plainly = (page: string): string =>
  page.replace(/<span class="whole">([^<]*)<\/span>/g, '$1').replaceAll('\u00a0', ' ');
