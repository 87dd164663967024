/** A setting of the scenario, by its place among those that recoveries may wait for. */
export type SettingId = number;
