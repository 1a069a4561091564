export interface TrailEntry {
  at: Date;
  sentence: string;
}
