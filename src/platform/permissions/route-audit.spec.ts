import { Controller, Get, Module, Post, Scope, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Permission } from './permission.js';
import { PermissionsModule } from './permissions.module.js';
import { Public, Requires } from './requires.decorator.js';

const read: Permission = { name: 'test.thing.read', description: 'See things.', roles: [] };
const undeclared: Permission = { name: 'test.thing.write', description: 'Change things.', roles: [] };

@Controller('guarded')
class Guarded {
  @Get()
  @Requires(read)
  list() {}

  @Get('open')
  @Public()
  open() {}

  /** No route, so nobody asks for a permission. */
  prepare() {}
}

@Controller('open')
@Public()
class Open {
  @Get()
  list() {}
}

@Controller('guarded-as-a-whole')
@Requires(read)
class GuardedAsAWhole {
  @Get()
  list() {}
}

@Controller('bare')
class Bare {
  @Get()
  list() {}

  @Post()
  @Requires(read)
  create() {}
}

@Controller('both')
class Both {
  @Get()
  @Public()
  @Requires(read)
  list() {}
}

@Controller('mixed')
@Public()
class Mixed {
  @Post()
  @Requires(read)
  create() {}
}

@Controller('unknown')
class Unknown {
  @Get()
  @Requires(undeclared)
  list() {}
}

@Controller({ path: 'made-for-each-request', scope: Scope.REQUEST })
class MadeForEachRequest {
  @Get()
  list() {}
}

class Inherited extends Bare {}
Controller('inherited')(Inherited);

async function boot(...controllers: Type[]): Promise<void> {
  @Module({ imports: [PermissionsModule.of({ read })], controllers })
  class PlantedModule {}
  const app = await NestFactory.createApplicationContext(PlantedModule, { logger: false, abortOnError: false });
  await app.close();
}

it('boots when every route requires a permission that is declared, or is public', async () => {
  await expect(boot(Guarded, Open, GuardedAsAWhole)).resolves.toBeUndefined();
});

it.each([
  ['with neither', Bare, 'GET Bare.list: declare @Requires or @Public, one of them'],
  ['with both', Both, 'GET Both.list: declare @Requires or @Public, one of them'],
  ['with one of its own and the other of its controller', Mixed, 'POST Mixed.create: declare @Requires or @Public'],
  [
    'with a permission that no module declares',
    Unknown,
    'GET Unknown.list: no module declares the permission test.thing.write',
  ],
  [
    'of a controller that is made for each request',
    MadeForEachRequest,
    'GET MadeForEachRequest.list: declare @Requires',
  ],
  ['that is inherited with neither', Inherited, 'GET Inherited.list: declare @Requires or @Public, one of them'],
])('refuses to boot a route %s', async (_case, controller, told) => {
  await expect(boot(Guarded, controller)).rejects.toThrow(told);
});

it('names every fault at once, and only faults', async () => {
  const error = await boot(Guarded, Bare, Unknown).then(() => '', String);
  expect(error.split('\n')).toEqual([
    'Error: Routes are not guarded:',
    '  GET Bare.list: declare @Requires or @Public, one of them',
    '  GET Unknown.list: no module declares the permission test.thing.write',
  ]);
});
