/**
 * The share of its offered work that a server serves.
 *
 * A protected (rate-limited) server serves its capacity and refuses the rest. An unprotected one wastes work on requests
 * that it cannot finish, so that beyond capacity its goodput falls: here goodput = capacity² ÷ load, which is continuous at
 * capacity and falls like 1 ÷ load. The collapse itself is Mogul and Ramakrishnan, "Eliminating Receive Livelock in an
 * Interrupt-driven Kernel" (ACM TOCS 1997); its exact shape is an assumption.
 */
export function servedShare(load: number, capacity: number, rateLimited: boolean): number {
  if (load <= capacity) return 1;
  const share = capacity / load;
  return rateLimited ? share : share * share;
}
