/** An element of the page by its id; the page has every one that is asked for. */
export const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

/** Names that nothing has had before, for what is shown in tabs. */
export const fresh = (() => {
  let count = 0;
  return (): string => `${++count}`;
})();

/** A button whose name says more than what is written on it, and has that too: whoever speaks to the page says what is seen. */
export function quietButton(text: string, tip: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = text;
  button.title = tip;
  button.ariaLabel = `${text} · ${tip}`;
  button.addEventListener('click', act);
  return button;
}
