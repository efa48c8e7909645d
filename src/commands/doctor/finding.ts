/** What the doctor found out about one thing. */
export interface Finding {
  name: string;
  /** `fault`: Bureau will not start or work rightly. `advice`: it works. `skipped`: it could not be looked at. */
  status: 'ok' | 'advice' | 'fault' | 'skipped';
  detail: string;
  /** What to do about it. */
  remedy?: string;
}

export const ok = (name: string, detail: string): Finding => ({ name, status: 'ok', detail });
export const skipped = (name: string, detail: string): Finding => ({ name, status: 'skipped', detail });
export const advice = (name: string, detail: string, remedy: string): Finding => {
  return { name, status: 'advice', detail, remedy };
};
export const fault = (name: string, detail: string, remedy: string): Finding => {
  return { name, status: 'fault', detail, remedy };
};
