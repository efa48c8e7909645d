export declare class RoundRobin {
  private constructor();
  static start(targets: readonly string[]): Promise<RoundRobin>;
  readonly url: string;
  pointAt(targets: readonly string[]): void;
  close(): void;
}
