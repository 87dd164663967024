const PAPER = 'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.4';
const ZH_PAPER = 'Alibaba Cloud disaster-recovery white paper，2019-07-18 版，1.4 节';

const PAPER_OSS = 'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 8';
const ZH_PAPER_OSS = 'Alibaba Cloud disaster-recovery white paper，2019-07-18 版，8 节';

/** Where the defaults of caches and object stores come from, in Chinese. */
export const ZH_SOURCES_CACHES: Readonly<Record<string, string>> = {
  [`the channel between rooms is rate-limited (${PAPER}); state its limit`]: `机房间的通道限流（${ZH_PAPER}）；请写其上限`,
  [`${PAPER}: it stands apart from the rooms it watches over`]: `${ZH_PAPER}：它不在所监控的机房内`,
  [`several (${PAPER}); state how many`]: `多个（${ZH_PAPER}）；请写个数`,
  [`the weight of a bad replica is lowered first (${PAPER}), by how much is not said`]: `先降低异常副本的权重（${ZH_PAPER}），降多少未说明`,
  [`several failed connections (${PAPER}) are three`]: `多次连接失败（${ZH_PAPER}）取三次`,
  'a majority elects a leader within seconds': '多数派在数秒内选出主节点',
  'a proxy tries a connection every second': '代理每秒尝试一次连接',
  'a supervisor restarts it, or another is started': '守护进程将其重启，或另起一个',
  'as the health check of a load balancer': '同负载均衡的健康检查',
  'no public rate of proxies is known': '代理没有公开的故障率',
  'one good connection counts': '一次连接成功即算恢复',
  'reads are spread evenly': '读请求平均分配',
  'state the replicas you pay for': '请写所购的只读副本数',
  'they stand where the module stands': '它们与高可用模块同处',
  'to follow a new master takes seconds, in which a replica answers nothing': '改从新主库复制需数秒，其间副本不应答',
  [`several (${PAPER_OSS})`]: `多个（${ZH_PAPER_OSS}）`,
  [`one may be lost (${PAPER_OSS}), so that three agree by majority`]: `可失去一个（${ZH_PAPER_OSS}），故三个按多数表决`,
  'one of two nodes may be lost: two are the least': '两个节点可失去一个：至少两个',
  'a small cluster': '小型集群',
  'as the nodes of Ford et al., OSDI 2010: away for 15 min or more every 4.3 months':
    '同 Ford 等（OSDI 2010）的节点：每 4.3 个月有一次 15 分钟以上不可用',
  'of those that are away for longer': '指不可用较久者',
  'what a lost server held has three copies again within the hour': '失去的服务器上的数据一小时内恢复三份副本',
  'state what the channel carries': '请写通道的上限',
  'typically less than 1 to 3 s behind': '通常落后不到 1 至 3 秒',
  [`it goes on after days of interruption (${PAPER}), a week at the most`]: `中断数天后仍可续传（${ZH_PAPER}），至多一周`,
  'a copy of everything to the other side': '把全部数据复制到另一侧',
  'the manager sees within seconds that the way is back': '管理器数秒内发现通路恢复',
  'the manager sees within half a minute that one side is lost': '管理器半分钟内发现一侧失去',
  'so many keys are written on both sides, each as often as another': '两侧都写的键有这么多，写入频率相同',
  'a full copy is written, sent and loaded at 100 MB/s': '全量复制以每秒 100 MB 写出、传输、载入',
  'a more specific route is withdrawn within seconds; the white paper gives the way, no figure':
    '更精细的路由在数秒内撤销；白皮书只说方式，没有数字',
  'a replica in step is less than a second behind': '同步中的副本落后不到 1 秒',
  'a replica that missed more is copied anew': '错过更多的副本重新全量复制',
  'a switch between two machines is exercised often': '两机之间的切换经常发生',
  'as in databases': '同数据库',
  'detection and promotion together take 8 to 30 s': '探测与提升共 8 至 30 秒',
  'detection and promotion together take 8 to 30 s, split by assumption': '探测与提升共 8 至 30 秒，如何分配为假设',
  'missed writes are replayed at 3 times the rate of writing': '错过的写入以写入速率的 3 倍重放',
  'state the shards you pay for': '请写所购的分片数',
  'the file of writes reaches the disk once a second, as is usual': '写入日志每秒落盘一次，通常如此',
  'the interval': '即间隔',
  [`persistence is on unless it is switched off (${PAPER}); a log of writes loses least`]: `除非关闭，持久化默认开启（${ZH_PAPER}）；写入日志丢失最少`,
  'state how often you save; open-source Redis asks for it too': '请写保存的间隔；开源 Redis 同样要求写明',
  [`a rollback leads to the instant of a backup file (${PAPER})`]: `回滚到备份文件的时刻（${ZH_PAPER}）`,
  'backup files are kept for a week': '备份文件保留一周',
  'the loss of a whole room is drilled once a year': '整个机房失去每年演练一次',
  'the machine is replaced or restarted': '机器被更换或重启',
  'two copies are the least that fails over': '能够切换的至少是两份副本',
  'help.aliyun.com, Tair and Redis: synchronization mode, asynchronous unless asked otherwise':
    'help.aliyun.com，Tair 与 Redis：同步方式，未另要求即为异步',
};
