import type { Texts } from '../visual/index.ts';
import { all, inTongue } from './page.ts';

/** Buttons that copy the command beside them. From a file the clipboard may be closed: then the command is selected. */
export function startCopies(copied: Texts): void {
  for (const button of all<HTMLButtonElement>('[data-copy]')) {
    const command = button.previousElementSibling as HTMLElement;
    button.addEventListener('click', () => {
      getSelection()?.selectAllChildren(command);
      navigator.clipboard?.writeText(command.textContent!).then(
        () => {
          button.textContent = inTongue(copied);
        },
        () => {},
      );
    });
  }
}
