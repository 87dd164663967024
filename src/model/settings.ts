import type { Phase } from './phases.ts';
import type { SettingId } from './setting-id.ts';

/** Settings of the scenario for which recoveries may wait: how long somebody looks, decides, works. By their paths: `alarms.dark.interval`. */
export class Settings {
  readonly paths: string[] = [];
  /** The phase of a recovery that each of them decides. */
  readonly phases: Phase[] = [];
  private readonly known = new Map<string, SettingId>();

  id(path: string, phase: Phase): SettingId {
    const known = this.known.get(path);
    if (known !== undefined) return known;
    const id = this.paths.push(path) - 1;
    this.phases.push(phase);
    this.known.set(path, id);
    return id;
  }
}
