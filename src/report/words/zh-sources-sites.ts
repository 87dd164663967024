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
  'a task that has stood still for a week is begun anew': '停了一周的任务须重新开始',
  'full data are carried as a standby is rebuilt, at 50 to 100 MB/s': '全量数据的搬运与重建备机相当，每秒 50 至 100 MB',
  'nothing differs but what a takeover left behind, or a damage on one side':
    '除接管遗留的写入和单侧的数据损坏外没有差异',
  'people look through what differs and bring it over by hand': '人工核对差异并补录',
  'a server gives up a connection to a node that is gone at once; state a socket-timeout to include that it waits':
    '服务器立即放弃与已失效节点的连接；写明 socket-timeout 即计入等待',
  'the system gives up after some 15 min; several hundred seconds in help.aliyun.com/document_detail/141229':
    '操作系统约 15 分钟后放弃；help.aliyun.com/document_detail/141229 说数百秒',
  'state the size of the gateway': '请写明网关规格',
  'state what you pay for': '请写明所购带宽',
  'with the repair near the 99.95 % of its SLA, a refund threshold and no measurement (sla.directory)':
    '连同修复时间接近其 SLA 的 99.95 %，那是赔付门槛，不是实测（sla.directory）',
  'the smaller one; state what you pay for': '较小的一款；请写明所购型号',
  'a write changes four blocks of 4 kB: data, index, log and journal':
    '一次写入改四个 4 kB 的块：数据、索引、日志与文件系统日志',
  'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 4 says that changes are compressed and gives no ratio':
    '阿里云灾备白皮书 2019-07-18 版第 4 节说增量经过压缩，没有给出压缩比',
  'one appliance reads, compresses and encrypts so much': '一台一体机读取、压缩、加密的速度',
  'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 4 promises an RPO of seconds':
    '阿里云灾备白皮书 2019-07-18 版第 4 节承诺秒级 RPO',
  'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 4 says that machines start in the cloud within minutes':
    '阿里云灾备白皮书 2019-07-18 版第 4 节说主机在云上数分钟内拉起',
  'a point an hour; Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 4 has several points within a month':
    '每小时一个点；阿里云灾备白皮书 2019-07-18 版第 4 节称一个月内多个时间点',
  'disks are taken back to a point, not to any instant': '磁盘回到某个点，而非任意时刻',
  'a point marks the state of disks and copies nothing': '恢复点只标记磁盘状态，不复制数据',
  'disks are taken back to a point and not copied': '磁盘回到某个点，无需复制',
  'state what the database takes of the machines that it shares': '请写明数据库占用共用主机的多少',
  'machines are started, looked at and released within half a day': '机器在半天之内启动、检查并释放',
  'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 4: a drill neither stops production nor replication':
    '阿里云灾备白皮书 2019-07-18 版第 4 节：演练既不中断业务，也不中断复制',
  'machines of a drill are released before those of a failover start': '先释放演练用的机器，再启动切换用的机器',
  'an object of a picture or a page; state yours': '一张图片或一个页面的对象；请写您的大小',
  'alibabacloud.com/help/doc-detail/462074: 10 Gbit/s and 10,000 requests a second between two regions':
    'alibabacloud.com/help/doc-detail/462074：两个地域之间 10 Gbit/s、每秒 10,000 次请求',
  'a store that has been away for so long is given up, and its copy is what is left':
    '失去这么久的存储不再等待，其副本即为所剩数据',
  'alibabacloud.com/help ALIYUN::OSS::BucketReplication: `Action` is ALL by default; PUT, for disaster recovery, carries no deletions':
    'alibabacloud.com/help ALIYUN::OSS::BucketReplication：`Action` 默认为 ALL；用于容灾的 PUT 不同步删除',
  'minutes to hours without replication time control': '没有复制时间控制（RTC）时为数分钟至数小时',
  'alibabacloud.com/help/doc-detail/462074 promises 99.99 % of new objects within 10 min; this law keeps just that':
    'alibabacloud.com/help/doc-detail/462074 承诺 99.99 % 的新对象在 10 分钟内复制；此分布恰好满足',
  'state how much it holds': '请写其数据量',
  'objects are taken back to the instant of a backup': '对象回到某次备份的时刻',
  'backups of objects are kept for a month': '对象备份保留一个月',
  'objects are copied back at 100 MB/s': '对象以每秒 100 MB 拷回',
  'both copies are read at 50 to 100 MB/s': '两份数据以每秒 50 至 100 MB 读出',
  'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 4': '阿里云灾备白皮书 2019-07-18 版第 4 节',
  'a server with two power supplies and a RAID with a battery; as a host at best':
    '双电源、带电池 RAID 的服务器；最好也就同一台主机',
  'a spare part is brought to the site': '备件送到现场',
  'state the size of the protected disks': '请写明受保护磁盘的大小',
  'no public figure is known': '没有公开数据',
  'no public rate is known; what is exercised daily rarely fails to take over':
    '没有公开数据；每天都在用的很少接管失败',
  'failover itself is what fails in many published outages (Gunawi et al., SoCC 2016)':
    '许多公开的中断正是切换本身失败（Gunawi 等，SoCC 2016）',
  'with a drill a year it then works in 95 % of the cases on average': '每年演练一次，平均 95 % 的情形下可用',
  'an undrilled team; the staff of a large provider took 70 and 133 min for a database switch':
    '未演练过的团队；某大型云厂商的人员切换数据库用了 70 和 133 分钟',
  'the largest share of recoveries that may fail; times are judged given that they worked':
    '允许失败的恢复所占的最大份额；恢复时间只看成功的恢复',
  'nearer to a limit than this is too close to call': '与限值之差小于此者不作判定',
  '数分钟 has no number in the standard; only tier 6 depends on it': '标准未给出“数分钟”的数值；仅第 6 级与此有关',
  '数小时 has no number in the standard': '标准未给出“数小时”的数值',
  '数小时 has no number in the standard; it changes no verdict of this edition':
    '标准未给出“数小时”的数值；不影响本版任何判定',
};
