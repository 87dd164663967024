import { IDLE, type Phase, type SettingId, type Thing, type World } from '../../model/index.ts';

/**
 * While a balancer tries all of its servers because none is believed good, what dies on them waits for those of them that are switched off and
 * brought up: by a plan that starts a standby pool, or by whoever replaces machines.
 */
export function waitForStandby(world: World, servers: readonly Thing[], triesAll: () => boolean): void {
  const { truth, workforce } = world;
  if (!servers.some((server) => truth.switchable(server))) return;
  const waits = (server: Thing): boolean => triesAll() && truth.off[server] === 0;
  const phaseOf = (server: Thing): Phase => {
    if (!waits(server)) return IDLE;
    let first = IDLE;
    for (const other of servers)
      if (truth.off[other] === 1) first = Math.min(first, workforce.working(other, truth.whole(other)));
    return first;
  };
  const tellWaits = (server: Thing, phase: Phase, tell: (setting: SettingId) => void): void => {
    if (!waits(server)) return;
    for (const other of servers) if (truth.off[other] === 1) workforce.waits(other, truth.whole(other), phase, tell);
  };
  for (const server of servers) workforce.assign(server, { phase: phaseOf, waits: tellWaits });
}
