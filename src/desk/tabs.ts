/** One of several things of which one is shown. */
export interface Tab {
  readonly id: string;
  readonly title: string;
}

/** Draws tabs into a `tablist`; arrow keys go from one to the next, as readers of screens expect, and the focus stays where it was. */
export function drawTabs(list: HTMLElement, tabs: readonly Tab[], chosen: string, choose: (id: string) => void): void {
  const buttons = tabs.map(({ id, title }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.role = 'tab';
    button.textContent = title;
    button.ariaSelected = String(id === chosen);
    button.tabIndex = id === chosen ? 0 : -1;
    button.addEventListener('click', () => choose(id));
    return button;
  });
  const held = list.contains(document.activeElement);
  list.replaceChildren(...buttons);
  if (held) buttons.find((_, i) => tabs[i]!.id === chosen)?.focus();
  list.onkeydown = (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = (to + tabs.length) % tabs.length;
    choose(tabs[next]!.id);
    (list.children[next] as HTMLElement | undefined)?.focus();
  };
}
