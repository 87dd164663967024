/**
 * Where the centres of cities lie that host data centres: latitude and longitude in degrees to about a kilometre, as public
 * maps give them. Whoever knows the building states `coordinates`.
 */
const CITIES = {
  beijing: [39.9, 116.4],
  shanghai: [31.23, 121.47],
  guangzhou: [23.13, 113.26],
  shenzhen: [22.54, 114.06],
  hangzhou: [30.27, 120.15],
  nanjing: [32.06, 118.8],
  suzhou: [31.3, 120.58],
  qingdao: [36.07, 120.38],
  tianjin: [39.08, 117.2],
  zhangjiakou: [40.77, 114.88],
  hohhot: [40.84, 111.75],
  ulanqab: [41.0, 113.13],
  heyuan: [23.74, 114.7],
  wuhan: [30.59, 114.3],
  zhengzhou: [34.75, 113.63],
  chengdu: [30.57, 104.07],
  chongqing: [29.56, 106.55],
  guiyang: [26.65, 106.63],
  xian: [34.34, 108.94],
  'hong-kong': [22.32, 114.17],
  singapore: [1.35, 103.82],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

const CHINESE = {
  北京: 'beijing',
  上海: 'shanghai',
  广州: 'guangzhou',
  深圳: 'shenzhen',
  杭州: 'hangzhou',
  南京: 'nanjing',
  苏州: 'suzhou',
  青岛: 'qingdao',
  天津: 'tianjin',
  张家口: 'zhangjiakou',
  呼和浩特: 'hohhot',
  乌兰察布: 'ulanqab',
  河源: 'heyuan',
  武汉: 'wuhan',
  郑州: 'zhengzhou',
  成都: 'chengdu',
  重庆: 'chongqing',
  贵阳: 'guiyang',
  西安: 'xian',
  香港: 'hong-kong',
  新加坡: 'singapore',
} as const satisfies Readonly<Record<string, keyof typeof CITIES>>;

/** The cities that may stand for coordinates, by either name. */
export const CITY_COORDINATES: ReadonlyMap<string, readonly [number, number]> = new Map([
  ...Object.entries(CITIES),
  ...Object.entries(CHINESE).map(([chinese, city]) => [chinese, CITIES[city]] as const),
]);
