/** Where the defaults of links, sites and what joins them come from, in Chinese. */
export const ZH_SOURCES_SITES: Readonly<Record<string, string>> = {
  '53 % of operators had an outage within three years (Uptime Institute, annual outage analysis 2025)':
    '53 % 的运营者三年内有过中断（Uptime Institute 2025 年度中断分析）',
  '9 % of outages are serious or severe (Uptime Institute, annual outage analysis 2025)':
    '9 % 的中断是严重的（Uptime Institute 2025 年度中断分析）',
  'a carrier of the public network has trouble a few times a year': '公网运营商每年有数次故障',
  'a carrier switches over or splices within hours': '运营商数小时内倒换或熔接',
  "a carrier's repair, as at the median edge of a backbone (Meza et al., IMC 2018)":
    '运营商修复，同骨干网边缘的中位数（Meza 等，IMC 2018）',
  'a fibre is spliced within hours': '光缆数小时内熔接',
  'a row and its part of the log; only links with a bandwidth care': '一行数据及其日志；只对有带宽的链路有意义',
  'a site without power or network does not answer': '断电或断网的机房不应答',
  'a tunnel drops with the public network under it': '隧道随其下的公网中断',
  'a zone leaves by more than one fibre; no public rate is known': '可用区出口不止一条光缆；没有公开的故障率',
  'as a zone': '同可用区',
  'as the median edge of a backbone (Meza et al., IMC 2018)': '同骨干网边缘的中位数（Meza 等，IMC 2018）',
  'by the distance: light in fibre takes 1 ms a 100 km both ways, on a way half as long again':
    '按距离：光在光缆中往返每 100 公里 1 毫秒，路径再长一半',
  'it is negotiated anew within minutes': '数分钟内重新协商',
  'routes move within minutes, with a tail of hours': '路由数分钟内改道，尾部为数小时',
  'state the size of the gateway': '请写明网关规格',
  'state what you pay for': '请写明所购带宽',
  'with the repair near the 99.95 % of its SLA, a refund threshold and no measurement (sla.directory)':
    '连同修复时间接近其 SLA 的 99.95 %，那是赔付门槛，不是实测（sla.directory）',
};
