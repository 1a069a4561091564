/** Why a scan has no recognised text, or not all of it. */
export type UnreadScan = 'encrypted' | 'broken' | 'pages' | 'time' | 'memory' | 'picture' | 'cut';

export interface TextQuestion {
  path: string;
  mediaType: string;
}

/** A page that was read. */
export interface TextStep {
  text: string;
  /** 0 to 100. */
  confidence: number;
}

export interface TextEnd {
  /** Pages of the scan; 0 when it could not be opened. */
  pages: number;
  reason: UnreadScan | undefined;
}
