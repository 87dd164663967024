import type { Texts } from '../visual/index.ts';
import { all, inTongue, onLook, tongue } from './page.ts';

/** A table is a stop of the Tab key only where arrow keys have something to move. */
function stopWhereWide(box: HTMLElement): void {
  box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1;
}

/** Heads sort, long tables fold. */
export function startTables(more: Texts): void {
  for (const table of all<HTMLTableElement>('table.sorts')) {
    for (const [column, head] of all<HTMLTableCellElement>('thead th', table).entries()) {
      head.querySelector('button')!.addEventListener('click', () => sort(table, head, column));
    }
    fold(table, more);
  }
  for (const table of all<HTMLTableElement>(CARDS)) label(table);
  const wide = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) stopWhereWide(target);
  });
  for (const box of all<HTMLElement>('.scroll')) wide.observe(box);
  onLook(() => {
    for (const box of all<HTMLElement>('.scroll')) stopWhereWide(box);
    for (const table of all<HTMLTableElement>(CARDS)) label(table);
  });
}

const CARDS = 'table.sorts,table.beside';

/** On a phone a row stands as a card: what the heads say is given to the style, which writes it before each figure. */
function label(table: HTMLTableElement): void {
  for (const [i, head] of all<HTMLElement>('thead tr > *', table).entries()) {
    table.style.setProperty(`--head-${i + 1}`, JSON.stringify(shownText(head)));
  }
  table.classList.add('cards-on-phones');
}

function sort(table: HTMLTableElement, head: HTMLTableCellElement, column: number): void {
  const figures = head.classList.contains('n');
  const before = head.getAttribute('aria-sort');
  const direction =
    before === null ? (figures ? 'descending' : 'ascending') : before === 'ascending' ? 'descending' : 'ascending';
  for (const other of all('thead th', table)) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', direction);
  const body = table.tBodies[0]!;
  const sign = direction === 'ascending' ? 1 : -1;
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[column]!, figures) }));
  rows.sort((a, b) => compare(a.key, b.key, sign));
  body.append(...rows.map(({ row }) => row));
  mark(table);
}

type Key = number | string | null;

function keyOf(cell: HTMLTableCellElement, figures: boolean): Key {
  if (!figures) return shownText(cell);
  const value = cell.dataset['v'] ?? '';
  return value === '' ? null : Number(value);
}

/** What stands there in the language shown. */
function shownText(cell: HTMLElement): string {
  const hidden = cell.querySelector(`.l-${tongue() === 'en' ? 'zh' : 'en'}`);
  return hidden === null ? cell.textContent! : (cell.querySelector(`.l-${tongue()}`)?.textContent ?? '');
}

/** What is not known comes last, whichever way. */
function compare(a: Key, b: Key, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * String(a).localeCompare(String(b), tongue() === 'zh' ? 'zh-CN' : 'en', { numeric: true });
}

function fold(table: HTMLTableElement, more: Texts): void {
  if (table.dataset['shown'] === undefined) return;
  table.classList.add('folds');
  mark(table);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'unfold';
  const label = (): void => {
    button.textContent = `${inTongue(more)} (${table.tBodies[0]!.rows.length})`;
  };
  label();
  onLook(label);
  button.addEventListener('click', () => {
    table.classList.remove('folds');
    // Whoever pressed it goes on from the rows that it has shown.
    table.parentElement?.focus({ preventScroll: true });
    button.remove();
  });
  table.after(button);
}

/** Rows beyond those shown. */
function mark(table: HTMLTableElement): void {
  const shown = Number(table.dataset['shown'] ?? Number.POSITIVE_INFINITY);
  for (const [i, row] of [...table.tBodies[0]!.rows].entries()) row.classList.toggle('late', i >= shown);
}
