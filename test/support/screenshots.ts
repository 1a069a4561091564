import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './browser.js';

export interface Shots {
  urls: string[];
  /** Folder for the PNGs; made when missing. */
  folder: string;
  /** Widths in CSS pixels. */
  widths?: number[];
  schemes?: ('light' | 'dark')[];
}

/** Takes a picture of every page at every width and in every colour scheme; returns the files. */
export async function screenshots({ urls, folder, widths = [320, 768, 1440], schemes = ['light'] }: Shots) {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  const browser = await openBrowser();
  try {
    for (const colorScheme of schemes)
      for (const width of widths) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        for (const url of urls) {
          await page.goto(url, { waitUntil: 'networkidle' });
          const file = join(
            folder,
            `${new URL(url).pathname.slice(1).replaceAll('/', '_') || 'home'}-${width}-${colorScheme}.png`,
          );
          await page.screenshot({ path: file, fullPage: true });
          files.push(file);
        }
        await page.close();
      }
  } finally {
    await browser.close();
  }
  return files;
}
