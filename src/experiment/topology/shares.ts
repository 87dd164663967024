const SAME = 1e-9;

/** Notes a share at an instant, where it is another than before; of one instant only the last stays. */
export function noteShare(points: (readonly [at: number, share: number])[], at: number, share: number): void {
  const last = points.at(-1);
  if (last !== undefined && Math.abs(last[1] - share) < SAME) return;
  if (last?.[0] === at) points.pop();
  points.push([at, share]);
}
