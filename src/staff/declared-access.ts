import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS } from '../web/access.js';

/** Stops the program at start when a route says nowhere who may call it. */
@Injectable()
export class DeclaredAccess implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const undeclared = this.discovery
      .getControllers()
      .flatMap(({ metatype }) => this.undeclaredRoutes(metatype));
    if (undeclared.length > 0)
      throw new Error(
        `No access level is declared for ${undeclared.join(', ')}: put @Access(…) of src/web/access.ts on the method or on its controller.`,
      );
  }

  private undeclaredRoutes(controller: unknown): string[] {
    if (typeof controller !== 'function' || Reflect.hasMetadata(ACCESS, controller)) return [];
    const prototype = controller.prototype as Record<string, object>;
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((method) => Reflect.hasMetadata(PATH_METADATA, prototype[method]!))
      .filter((method) => !Reflect.hasMetadata(ACCESS, prototype[method]!))
      .map((method) => `${controller.name}.${method}`);
  }
}
