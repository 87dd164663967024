import { NEVER, type Us } from '../../base/index.ts';
import type { Thing, Upkeep } from '../../model/index.ts';
import type { Ballot } from './ballot.ts';
import type { Controller } from './controller.ts';
import type { Standby } from './standby.ts';

interface Nodes {
  /** Every node, read-only ones last. */
  readonly units: readonly Thing[];
  primaryNode(): Thing;
  standbyNode(): Thing;
  standbyThere(): boolean;
}

/** The standby is worked on first; then the roles are exchanged, which users notice for as long as a switch takes. */
export class DatabaseUpkeep implements Upkeep {
  private readonly database: Nodes;
  private readonly controller: Controller;
  private readonly standby: Standby;

  constructor(database: Nodes, controller: Controller, standby: Standby) {
    this.database = database;
    this.controller = controller;
    this.standby = standby;
  }

  order(): readonly Thing[] {
    const primary = this.database.primaryNode();
    return [...this.database.units].sort((a, b) => Number(a === primary) - Number(b === primary));
  }

  vacate(node: Thing, source: number): Us {
    if (!this.controller.serving) return this.controller.untilSwitched();
    if (node === this.database.standbyNode()) this.standby.announceStop();
    if (node !== this.database.primaryNode()) return 0 as Us;
    if (!this.database.standbyThere()) return NEVER;
    if (!this.standby.inStep) return this.standby.untilInStep();
    this.controller.switchNow(source);
    return this.controller.untilSwitched();
  }
}

interface Members {
  leaderNode(): Thing;
  /** How long until all nodes but one have everything as things are; without end where one of them does not catch up. */
  untilInStepWithout(node: Thing): Us;
}

/**
 * Of nodes that agree by majority the followers are worked on first, each when the others have everything, so that writes go on; then
 * another leader is elected, which users notice for as long as an election takes.
 */
export class MajorityUpkeep implements Upkeep {
  private readonly nodes: readonly Thing[];
  private readonly members: Members;
  private readonly ballot: Ballot;

  constructor(nodes: readonly Thing[], members: Members, ballot: Ballot) {
    this.nodes = nodes;
    this.members = members;
    this.ballot = ballot;
  }

  order(): readonly Thing[] {
    const leader = this.members.leaderNode();
    return [...this.nodes.filter((node) => node !== leader), leader];
  }

  vacate(node: Thing, source: number): Us {
    if (!this.ballot.settled) return this.ballot.untilElected();
    const wait = this.members.untilInStepWithout(node);
    if (wait > 0 || node !== this.members.leaderNode()) return wait;
    this.ballot.voteBy(source);
    return this.ballot.untilElected();
  }
}
