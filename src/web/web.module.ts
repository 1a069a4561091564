import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccessibilityController } from './accessibility/accessibility.controller.js';
import { ErrorFilter } from './errors/error.filter.js';
import { RobotsController } from './robots.controller.js';

/** What every page shares: answers to errors, the accessibility statement, the file for robots. */
@Module({
  controllers: [AccessibilityController, RobotsController],
  providers: [{ provide: APP_FILTER, useClass: ErrorFilter }],
})
export class WebModule {}
