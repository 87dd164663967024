const EARTH_RADIUS_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres between two points given as latitude and longitude in degrees, on a sphere (haversine formula). */
export function distance(a: readonly [number, number], b: readonly [number, number]): number {
  const north = Math.sin(radians(b[0] - a[0]) / 2);
  const east = Math.sin(radians(b[1] - a[1]) / 2);
  const h = north * north + Math.cos(radians(a[0])) * Math.cos(radians(b[0])) * east * east;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
