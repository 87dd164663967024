import { ZH_SOURCES_CACHES } from './zh-sources-caches.ts';
import { ZH_SOURCES_SITES } from './zh-sources-sites.ts';
import { ZH_SOURCES_STANDARDS } from './zh-sources-standards.ts';

/**
 * Where defaults come from, in Chinese, by the English text without `assumption: `. Titles, addresses and names of others stay
 * as they are. A test demands an entry for every default.
 */
export const ZH_SOURCES: Readonly<Record<string, string>> = {
  ...ZH_SOURCES_CACHES,
  ...ZH_SOURCES_SITES,
  ...ZH_SOURCES_STANDARDS,
  '1 s on Alibaba Cloud, 10 s in MySQL itself': '阿里云为 1 秒，MySQL 本身为 10 秒',
  "100 % of resolutions, from memory of the vendor's DNS terms": '按记忆，厂商 DNS 条款承诺 100 % 的解析',
  '12 to 15 h (Alibaba Cloud Hong Kong, 2022-12-18) up to weeks (Google europe-west9, 2023-04-25)':
    '12 至 15 小时（阿里云香港，2022-12-18）直至数周（Google europe-west9，2023-04-25）',
  '300 s, from memory of the documents of the product': '按记忆，产品文档为 300 秒',
  '50 to 100 MB/s': '每秒 50 至 100 MB',
  '60 s until noticed, then a restart elsewhere of median 4 m, sigma 0.7, as one law of the same median and mean':
    '60 秒后被发现，再到别处重启（中位数 4 分钟，sigma 0.7），合为一个中位数与均值相同的分布',
  'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.1: sessions are synchronised between nodes':
    '阿里云灾备白皮书 2019-07-18 版 1.1 节：节点之间同步会话',
  'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 8: 1000 s in the example':
    '阿里云灾备白皮书 2019-07-18 版第 8 节：示例为 1000 秒',
  'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 8: the example listens on TCP':
    '阿里云灾备白皮书 2019-07-18 版第 8 节：示例监听 TCP',
  'a Linux machine is up within 40 to 90 s': 'Linux 主机 40 至 90 秒内启动完毕',
  'a dead machine does not refuse': '死机的主机不会拒绝连接，只是不应答',
  'a drilled team; the staff of a large provider took 70 and 133 min for a database switch':
    '演练过的团队；某大型云厂商的人员切换数据库用了 70 和 133 分钟',
  'a gray failure hurts a small share of requests': '灰色故障只影响小部分请求',
  'a listener that is gone refuses': '监听已不存在，连接被拒绝',
  'a long tail; no measured law is known': '尾部很长；没有已知的实测分布',
  'a lost load balancer does not answer': '失去的负载均衡不应答',
  'a machine is ordered and placed within a minute': '一分钟内完成下单和放置主机',
  'a mean load that leaves room for a third': '平均负载留出三分之一的余量',
  'a metric a minute, as cloud monitors give': '每分钟一个监控值，云监控即如此',
  'a metric a minute, from memory of the documents of the product': '按记忆，产品文档为每分钟一个监控值',
  'a node is away for 15 min or more every 4.3 months (Ford et al., OSDI 2010)':
    '节点每 4.3 个月有一次 15 分钟以上不可用（Ford 等，OSDI 2010）',
  'a redundant managed cluster; no public rate is known': '冗余的托管集群；没有公开的故障率',
  'a request takes one unit of capacity': '一个请求占一个单位的容量',
  'a router that loses a next hop moves its flows within a second': '路由器失去下一跳后一秒内迁走其流量',
  'a service is up while 95 % of its requests succeed': '95 % 的请求成功即为可用',
  'a short connection carries one request within a second': '短连接在一秒内承载一个请求',
  'a slow machine has a quarter of its capacity': '变慢的主机剩四分之一的容量',
  'a small cluster of its own': '自成一个小集群',
  'a standby in step is less than a second behind': '同步中的备库落后不到 1 秒',
  'a step works unless a chance is stated': '未写成功率的步骤总是成功',
  'a supervisor restarts it within 30 to 90 s': '守护进程 30 至 90 秒内将其重启',
  'a switch within a zone is exercised often; no public rate is known': '可用区内切换经常发生；没有公开的成功率',
  'a visit lasts ten minutes': '一次访问持续十分钟',
  'a visitor asks for something every ten seconds': '访问者每十秒请求一次',
  'a write changes one row': '一次写入改一行',
  'a zone without power or network does not answer': '断电或断网的可用区不应答',
  'about 2,000 km of fibre and its equipment, both ways': '约 2000 公里光缆及其设备，往返',
  'an application process fails every 30 to 60 days': '应用进程每 30 至 60 天失效一次',
  'an application starts within 30 to 90 s': '应用 30 至 90 秒内启动完毕',
  'an incident has ended when its level holds for a minute': '水平恢复并保持 1 分钟，中断才算结束',
  'as CLB looks at servers': '与 CLB 检查服务器相同',
  'as a host; 4 months to 3 years': '同主机；4 个月至 3 年',
  'as a load balancer waits': '与负载均衡等待的时间相同',
  'automation decides at once': '自动化立即决定',
  'availability before a second copy': '可用性优先于第二份副本',
  'clients do not try again': '客户端不重试',
  'clients with timeouts come back within seconds': '设有超时的客户端数秒内重连',
  'counted from public status pages 2022 to 2024, about 0.06 a zone and year; short ones are under-reported':
    '据 2022 至 2024 年公开的状态页统计，每可用区每年约 0.06 次；短的少有公布',
  'data before availability': '数据优先于可用性',
  'every request opens a connection of its own': '每个请求各建一个连接',
  'everybody who lost a zone asks the others for machines at once (Alibaba Cloud Hong Kong, 2022-12-18)':
    '失去可用区的用户同时向其他可用区要主机（阿里云香港，2022-12-18）',
  "from memory of the vendor's table of CLB sizes": '按记忆，厂商的 CLB 规格表',
  'half the interval': '间隔的一半',
  'heartbeats keep a fixed schedule': '心跳按固定时刻发出',
  'two to six changes a year stop an application': '一年有二至六次变更会使应用停止',
  'what does not start refuses': '起不来的进程拒绝连接',
  'how often somebody is attacked is not public': '多久受一次攻击没有公开数据',
  'links between sites fail 0.1 to 1 times a year': '站点之间的链路每年失效 0.1 至 1 次',
  'log is replayed at 1 to 5 times real time': '日志以实际速度的 1 至 5 倍重放',
  'machines can always be started and created; name an ecs-control to include that they cannot':
    '主机总能启动和创建；要计入做不到的情形请指定 ecs-control',
  'minutes, with a tail of hours': '数分钟，尾部为数小时',
  'monitors keep a fixed schedule': '监测按固定时刻进行',
  'most resolvers obey the TTL, some percent hold on (RIPE Labs 2017 shows that they exist)':
    '多数递归解析器遵守 TTL，百分之几不放旧答案（RIPE Labs 2017 证实其存在）',
  'most zone outages end within hours': '多数可用区故障数小时内结束',
  'the engine that most of the figures are known of': '已知数字大多来自该引擎',
  'a release in some hundred changes a table in a way that is not carried': '数百次发布中有一次以无法同步的方式改表',
  'people change the table by hand at the target and restart the task': '人员在目标端手工改表并重启任务',
  'no capacity is stated, so the pool is never overloaded': '未写容量，故该资源池不会过载',
  'no default is documented, taken as that of ALB': '文档未写默认值，取 ALB 的',
  'no machines could be bought for hours (Alibaba Cloud Hong Kong, 2022-12-18)':
    '数小时内买不到主机（阿里云香港，2022-12-18）',
  'no public figure is known': '没有公开的数字',
  'no public rate is known': '没有公开的故障率',
  'no public rate of whole regions lost is known; state `faults` to include them':
    '整个地域失效没有公开的故障率；要计入请写 `faults`',
  'no rate limit unless stated': '未写即不限流',
  'not documented, taken as that of CLB': '文档未写，取 CLB 的',
  'of the zone disasters known in detail about every second one took it (Alibaba Cloud Hong Kong, 2022-12-18)':
    '已知详情的可用区灾难约半数带走管控（阿里云香港，2022-12-18）',
  'one bad look may be an accident': '一次检查不通过可能是偶然',
  'one copy in one zone returns with the zone': '单可用区的单份副本随可用区恢复',
  'one good heartbeat counts': '一次心跳正常即算恢复',
  'one good look clears it': '一次正常即解除',
  'one good look is enough': '一次检查通过即可',
  'one good probe brings an answer back': '一次探测正常即恢复该解析',
  'one of the two modes of GTM; a recovered answer returns by itself': 'GTM 的两种方式之一；恢复的地址自动回归',
  'one wrong change of a listener a year': '监听每年误改一次',
  'packets vanish': '报文消失',
  'while people still work on the first, or later that day; every order of magnitude alike':
    '第一个故障仍在处理时，或当天稍后；各数量级机会均等',
  'people find and roll back a wrong change within the hour': '误改在一小时内被发现并回退',
  'people mostly accept the loss': '人们多半接受这一损失',
  'people notice and restart the task': '有人发现并重启任务',
  'people of the provider take over': '由厂商人员接手',
  'people try a failed step again': '失败的步骤由人重试',
  'people who are asked answer within minutes': '被询问的人数分钟内答复',
  'probes mostly pass while a target is gray': '灰色故障时探测多半通过',
  'shorter incidents are counted apart': '更短的中断另计',
  'state the class you pay for': '请写所购的规格',
  'state the size of your data': '请写数据量',
  'the classic load balancer': '传统型负载均衡',
  'the control plane can nearly always reach the old primary': '管控面几乎总能到达旧主库',
  'the default of ACK clusters, an API of the same vendor': '同一厂商 ACK 集群接口的默认规格',
  'the group keeps a fixed schedule': '伸缩组按固定时刻检查',
  'the group looks once a minute': '伸缩组每分钟检查一次',
  'the group replaces instances that fail its checks': '伸缩组替换检查不通过的实例',
  'the machine refuses connections to a dead process': '进程已死，主机拒绝连接',
  'the node is replaced or restarted': '节点被更换或重启',
  'the number of nodes of a cluster is not public': '集群的节点数没有公开',
  'the plainer of the two that a network balancer has': '网络型负载均衡两种监听中较简单的一种',
  'the plainer of the two that an application balancer has': '应用型负载均衡两种监听中较简单的一种',
  'the plan starts at once': '预案立即启动',
  'the provider repairs within hours': '厂商数小时内修复',
  'the provider repairs within the hour': '厂商一小时内修复',
  'the provider replaces it within hours': '厂商数小时内更换',
  'the tail after a change is told in 32 steps of one TTL': '变更后的尾部在一个 TTL 内分 32 步',
  'the task stops': '任务停止',
  'three bad looks in a row raise it': '连续三次异常即告警',
  'three periods in a row raise the alarm': '连续三个周期触发告警',
  'two zone outages of more than 10 h in about 140 zone-years': '约 140 个可用区年中有两次超过 10 小时的故障',
  'two zones of one region': '同一地域的两个可用区',
  'typically 0.5 to 3 s behind': '通常落后 0.5 至 3 秒',
  'what is lost does not answer; a dead machine refuses nothing': '失去的不应答；死机的主机不会拒绝',
  'what is stopped is not paid for, and not kept': '停机的主机不付费，也不保留',
  'what production systems use': '生产系统的通常做法',
  'within 4 months (node, Ford et al., OSDI 2010) and 3 years': '介于 4 个月（节点，Ford 等，OSDI 2010）与 3 年之间',
  'health checks have readmitted a part before the next is stopped': '停下一部分之前，健康检查已重新接纳前一部分',
  'without a watcher the alarm sees everything at once, wherever it is': '未写观察者，告警立即看到一切，不论何处',
  'Alibaba Cloud ALB health check: routes to all servers when all look bad':
    '阿里云 ALB 健康检查：全部异常时转发到所有服务器',
  'Alibaba Cloud RDS high-availability edition: default parameter template': '阿里云 RDS 高可用系列：默认参数模板',
  'Alibaba Cloud RDS: the basic edition is back in about 15 minutes': '阿里云 RDS：基础系列约 15 分钟恢复',
  'Alibaba Cloud SLB: about 30 s to the standby zone when the whole primary zone is lost':
    '阿里云 SLB：主可用区整体失去时约 30 秒切到备可用区',
  'alibabacloud.com/help/doc-detail/41872: at least 30 min for a basic database; for the rest an assumption':
    'alibabacloud.com/help/doc-detail/41872：基础系列数据库至少 30 分钟；其余为假设',
  'alibabacloud.com/help/doc-detail/26095: RDS high availability: a heartbeat every 8 to 10 s':
    'alibabacloud.com/help/doc-detail/26095：RDS 高可用，每 8 至 10 秒一次心跳',
  'alibabacloud.com/help/doc-detail/26095: RDS high availability: detection and switch together within 30 s, split by assumption':
    'alibabacloud.com/help/doc-detail/26095：RDS 高可用，探测与切换共 30 秒以内，如何分配为假设',
  'alibabacloud.com/help/doc-detail/26095: RDS high availability: switched within 30 s, so few heartbeats can be missed':
    'alibabacloud.com/help/doc-detail/26095：RDS 高可用，30 秒内切换，故容许错过的心跳很少',
  'alibabacloud.com/help/doc-detail/26605: classes of DTS, upper end':
    'alibabacloud.com/help/doc-detail/26605：DTS 规格，取上限',
  'alibabacloud.com/help/doc-detail/29806: lowest TTL of the free edition; that it is the default is an assumption':
    'alibabacloud.com/help/doc-detail/29806：免费版的最小 TTL；以其为默认值是假设',
  'alibabacloud.com/help/doc-detail/55205: CLB health check': 'alibabacloud.com/help/doc-detail/55205：CLB 健康检查',
  'alibabacloud.com/help/en/anti-ddos: blackhole filtering ends 2.5 h after the attack by default':
    'alibabacloud.com/help/en/anti-ddos：黑洞默认在攻击后 2.5 小时解除',
  'help.aliyun.com/en/dns/tcp-health-check-gtm3-0: 1 to 3 consecutive failures; that 3 is the default is an assumption':
    'help.aliyun.com/en/dns/tcp-health-check-gtm3-0：连续失败 1 至 3 次；以 3 次为默认值是假设',
  'help.aliyun.com/en/dns/tcp-health-check-gtm3-0: 2, 3, 5 or 10 s; which is the default is an assumption':
    'help.aliyun.com/en/dns/tcp-health-check-gtm3-0：2、3、5 或 10 秒；何者为默认值是假设',
  'help.aliyun.com/en/dns/tcp-health-check-gtm3-0: default interval':
    'help.aliyun.com/en/dns/tcp-health-check-gtm3-0：默认间隔',
  'help.aliyun.com/wordpower/595937-1: failure window = timeout x threshold + interval x (threshold - 1)':
    'help.aliyun.com/wordpower/595937-1：判定时间 = 超时 × 次数 + 间隔 ×（次数 − 1）',
  'public accounts of Alibaba Cloud zone losses: 133 min (Hong Kong 2022) and 70 min (Singapore 2024)':
    '阿里云可用区故障的公开说明：133 分钟（香港 2022）与 70 分钟（新加坡 2024）',
  'terraform-provider-alicloud alb_server_group': 'terraform-provider-alicloud 的 alb_server_group',
  'terraform-provider-alicloud alb_server_group: example value, taken as the default by assumption':
    'terraform-provider-alicloud 的 alb_server_group：示例值，以其为默认值是假设',
  'terraform-provider-alicloud nlb_server_group': 'terraform-provider-alicloud 的 nlb_server_group',
  'no backup is stated; `backups: {}` takes the usual ones': '未写备份；写 `backups: {}` 则取通常的备份',
  'backups lie in the object storage of the region': '备份放在所在地域的对象存储中',
  'wrong data are noticed by people, within hours; no public figure is known':
    '错误数据由人在数小时内发现；没有公开数字',
  'until wrong data have been found, no answer can be trusted': '错误数据查明之前，任何应答都不可信',
  'a full backup every night': '每夜一次全量备份',
  'no incremental backups between': '其间没有增量备份',
  'log is shipped in segments of minutes': '日志按数分钟一段归档',
  'each point of the last 7 days can be restored (Alibaba Cloud white paper 2019-07-18, section 1.3)':
    '可恢复到最近 7 天内任意时点（阿里云容灾白皮书 2019-07-18，1.3 节）',
  'a backup is read at about the speed of a disk': '备份以约等于磁盘的速度读出',
  'a twentieth of the data changes in a day': '一天内有二十分之一的数据变化',
  'nothing is saved by compression unless stated': '除非写明，压缩不节省空间',
  'a copy elsewhere is there within the hour': '异地副本一小时内到达',
  'people find the right backup and a place to restore it': '人员找到正确的备份与恢复之处',
  '100 GB in 30 to 60 minutes; Huawei Cloud states 20 MB/s for point-in-time recovery':
    '100 GB 需 30 至 60 分钟；华为云按时点恢复称 20 MB/s',
  'no public rate is known; a backup that nobody restores can fail unseen':
    '没有公开比率；从未试恢复的备份可能已坏而无人知',
  'all data are copied as of one instant': '所有数据取自同一时刻',
  'state how many you have': '请写明数量',
  'a read-only node in step is less than a second behind': '同步中的只读节点落后不到 1 秒',
  'pointing a node at another primary takes seconds; no public figure is known':
    '让节点改随另一主库需数秒；没有公开数据',
  'nodes elect by themselves; no controller has to work': '节点自行选举；不需要控制器',
  'a leader without a majority goes on answering reads, as a MySQL group without a quorum does':
    '失去多数派的主节点继续应答读请求，MySQL 组复制失去法定数时即如此',
  'an election among what is left, as after the loss of one node': '由剩余节点选举，与失去一个节点时相同',
  'a failed backup is noticed the next working day, or later': '备份失败到下一工作日或更晚才被发现',
  'backups are kept for a month': '备份保留一个月',
  'a recovery is prepared by hand': '恢复由人工准备',
  'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 6: a cold backup has an RPO of seconds; 10 s by assumption':
    '阿里云容灾白皮书 2019-07-18，第 6 节：冷备 RPO 为秒级；10 秒是假设',
  'a line of some hundred megabits a second carries the first copy': '首次全量经数百兆线路传送',
  'deduplication and compression leave a third': '重删与压缩后剩三分之一',
  'a full backup every week': '每周一次全量备份',
  'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 5: recovery point of hours; every 4 h by assumption':
    '阿里云容灾白皮书 2019-07-18，第 5 节：RPO 为小时级；每 4 小时是假设',
  'machines are prepared by hand': '机器由人工准备',
  'files have no log to replay': '文件没有可重放的日志',
  'restored over the same line': '经同一线路恢复',
  'a VPN or a line of 200 Mbps carries the changes': '变化经 VPN 或 200 Mbps 专线传送',
  'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.2: a rollback loses everything since the snapshot':
    '阿里云容灾白皮书 2019-07-18，1.2 节：回滚丢失快照之后的一切',
  'a disk is rolled back faster than a database is restored': '磁盘回滚快于数据库恢复',
  'only the changed blocks are copied after the first snapshot': '首个快照之后只复制变化的块',
  '100 GB in about half an hour; the recovery time grows with the size of the data':
    '100 GB 约半小时；恢复时间随数据量增长',
  'an automatic policy of one snapshot a night': '自动策略：每夜一个快照',
  'snapshots are kept for a month, of 1 to 65536 days': '快照保留一个月（可选 1 至 65536 天）',
  'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.2: an image is full and only made by hand; at a release, once a month by assumption':
    '阿里云灾备白皮书 2019-07-18 版 1.2 节：镜像均为全量，只能手动触发；假定每月发布时制作一次',
  'a disk is filled from an image as from a snapshot': '从镜像填充磁盘与从快照一样快',
  'a system disk of 40 GB': '系统盘 40 GB',
  'an image is made of a snapshot, at the speed of a disk': '镜像由快照制成，按磁盘速度',
  'images are kept until somebody deletes them': '镜像保留到有人删除为止',
  'one database node unless stated': '未写明即为单个数据库节点',
  'the usual way of switching a MySQL pair on two servers': '两台服务器上 MySQL 主备通常的切换方式',
  'dev.mysql.com: replication is asynchronous by default': 'dev.mysql.com：复制默认为异步',
  'an administrator on call is reached, looks, and acts': '联系值班管理员，由其查看并处置',
  'a floating address does not leave its network: people switch over to another room':
    '浮动地址不出本网段：切到另一机房由人进行',
  'a dump is loaded slower than a managed copy': '导入转储慢于托管的复制',
  'there is nothing to switch to; the machine itself must come back': '无处可切；须等本机恢复',
  'one copy in one room returns with the room': '单机房单副本随机房恢复',
  'three advertisements of 1 s are missed (RFC 5798), and a script looks at MySQL every few seconds':
    '连续错过三个 1 秒的通告（RFC 5798），且脚本每隔数秒检查 MySQL',
  'the address moves at once; the relay log is applied first': '地址即刻漂移；先应用完中继日志',
  'a switch that is rarely rehearsed works less often than a managed one; 80 to 95 % for what is rarely drilled':
    '很少演练的切换成功率低于托管切换；很少演练者为 80 % 至 95 %',
  'an alarm is acknowledged in 5 min': '告警 5 分钟内得到响应',
  'people who switch get there in the end': '由人切换，终会成功',
  'people find it, restart it or replace it; nobody else does': '由人发现、重启或更换；别无他人',
};
