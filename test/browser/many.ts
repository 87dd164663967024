const ZONES = [
  'cn-beijing/a',
  'cn-beijing/b',
  'cn-hangzhou/a',
  'cn-hangzhou/b',
  'cn-shanghai/a',
  'cn-shanghai/b',
  'cn-shenzhen/a',
];
const SERVICES = 23;

/** A scenario of 200 components that is quick to run: in each zone a balancer, services, databases and caches; and names for them. */
export function manyComponents(): string {
  const components: string[] = [];
  for (const [z, zone] of ZONES.entries()) {
    const pools = Array.from({ length: SERVICES }, (_, i) => `service-${z}-${i}`);
    for (const [i, pool] of pools.entries()) {
      components.push(
        `${pool}: {kind: ecs, in: ${zone}, count: 2, capacity-each: 500/s, uses: {database: rows-${z}-${i % 3}}}`,
      );
    }
    for (let i = 0; i < 3; i++)
      components.push(`rows-${z}-${i}: {kind: rds, edition: high-availability, in: ${zone}, size: 10GB}`);
    components.push(`front-${z}: {kind: slb, in: ${zone}, backends: [${pools.join(', ')}]}`);
  }
  components.push(`cache-0: {kind: redis, edition: standard, in: cn-beijing/a, size: 1GB}`);
  while (components.length < 199)
    components.push(
      `rows-more-${components.length}: {kind: rds, edition: high-availability, in: cn-beijing/a, size: 10GB}`,
    );
  const answers = ZONES.map((_, z) => `front-${z}: ${z < ZONES.length - 1 ? 14 : 16}%`);
  components.push(`www: {kind: dns, ttl: 60s, answers: {${answers.join(', ')}}}`);
  const places = new Map<string, string[]>();
  for (const zone of ZONES) {
    const [region, name] = zone.split('/') as [string, string];
    places.set(region, [...(places.get(region) ?? []), `${name}: {}`]);
  }
  return `hasim: 1
name: two hundred components
places: {${[...places].map(([region, zones]) => `${region}: {${zones.join(', ')}}`).join(', ')}}
components:
${components.map((line) => `  ${line}`).join('\n')}
workloads:
  shop: {entry: www, demand: 2000/s, writes: database}
`;
}
