/** The scenario of `hasim init` in Chinese: the same lines, explained and named in Chinese. */
export const STARTER_ZH = `# 一个地域、两个可用区的网上商店。请改成自己的架构，然后：
#   hasim validate 本文件 --lang zh    逐行指出错误
#   hasim run 本文件 --lang zh         测量可用性、恢复时间与丢失的数据，判定灾难恢复等级（GB/T 20988）
#   hasim explain 本文件 --lang zh     逐秒讲述典型的与最坏的事件
hasim: 1
name: 双可用区网上商店
about: >
  两个可用区各有服务器，由一个负载均衡分发；数据库的主库在可用区 a，备库在可用区 b。

# 故障域，逐层包含：地域、可用区、机架。失去一处，处于其中的一切随之失去。
places:
  cn-hangzhou: {a: {}, b: {}}

components:
  lb:
    kind: slb                                   # 负载均衡：靠健康检查得知哪些服务器已不可用
    in: {primary: cn-hangzhou/a, standby: cn-hangzhou/b}
    backends: [web]
    health-check: {interval: 2s, timeout: 5s, unhealthy: 3, healthy: 3}
  web:
    kind: ecs                                   # 一组相同的服务器，分布在各个位置
    in: [cn-hangzhou/a, cn-hangzhou/b]
    count: 6
    capacity-each: 400/s                        # 其中三台即可承担全部请求
    uses: {database: shop}
  shop:
    kind: rds                                   # 一主一备，由控制器切换
    edition: high-availability
    in: [cn-hangzhou/a, cn-hangzhou/b]
    size: 200GB
    replication: semi-synchronous

# 用户的请求。每种业务各自测量可用性。
workloads:
  browse: {entry: lb, demand: 900/s, reads: database}
  order:  {entry: lb, demand: 100/s, writes: database, retries: 1}

# 要达到的目标。可用性由仿真判定；失去可用区时的恢复时间目标（RTO）与恢复点目标（RPO）由演练判定。
objectives:
  availability: {order: 99.9%}
  site-lost: {scope: zone, rto: 4h, rpo: 30m}

# 未写明的每个数字都有默认值及其出处，报告在“假设”中逐项列出。
# 故障取自默认的故障目录。要写明自己的故障，例如服务器的：
#   faults: {crash: {mtbf: 90d, repair: 2m}}
`;
