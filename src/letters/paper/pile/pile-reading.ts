/** Why a scan was not parted into envelopes or not drawn; the whole file is one envelope then, or the parts are pictures. */
export type PileRemark = 'encrypted' | 'broken' | 'pages' | 'time' | 'memory' | 'pictures';

/** What the thread that reads a pile hands over on the way. */
export type PileStep =
  | { page: { jpeg: Uint8Array; width: number; height: number } }
  | {
      envelope: {
        /** Pages of the pile, from 1. */
        first: number;
        last: number;
        isBlank: boolean;
        /** Undefined when the pile is one envelope: its file is the whole. */
        pdf: Uint8Array | undefined;
      };
    };

export interface PileEnd {
  /** Pages of the pile; 0 when it could not be opened. */
  pages: number;
  remark: PileRemark | undefined;
}
