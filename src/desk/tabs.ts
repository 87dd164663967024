/** One of several things of which one is shown. */
export interface Tab {
  readonly id: string;
  readonly title: string;
}

/** Draws tabs into a `tablist`; arrow keys go from one to the next, as readers of screens expect. */
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
  list.replaceChildren(...buttons);
  list.onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (step === undefined || at < 0) return;
    const next = (at + step + tabs.length) % tabs.length;
    choose(tabs[next]!.id);
    (list.children[next] as HTMLElement | undefined)?.focus();
  };
}
