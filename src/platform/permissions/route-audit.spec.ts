import { Body, Controller, Get, Module, Param, Post, Query, Scope, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { IfMatch } from '../http/etag.js';
import { Text } from '../http/fields/fields.js';
import { IdParam } from '../http/id-param.js';
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

class Note {
  @Text(20, { example: 'Chair' }) text: string;
}

interface Described {
  text: string;
}

class Fieldless {
  text: string;
}

@Controller('reading')
@Requires(read)
class Reading {
  @Post(':id')
  change(@IdParam() _id: string, @IfMatch() _version: number, @Query() _query: Note, @Body() _body: Note) {}

  @Post('file')
  file(@Body() _file: Buffer) {}
}

@Controller('body/interface')
@Requires(read)
class InterfaceBody {
  @Post(':id')
  create(@IdParam() _id: string, @Body() _body: Described) {}
}

@Controller('body/list')
@Requires(read)
class ListBody {
  @Post()
  create(@Body() _body: Note[]) {}
}

@Controller('body/one')
@Requires(read)
class OneOfBody {
  @Post()
  create(@Body('text') _text: string) {}
}

@Controller('body/any')
@Requires(read)
class UnknownBody {
  @Post()
  create(@Body() _body: unknown) {}
}

@Controller('query/fieldless')
@Requires(read)
class FieldlessQuery {
  @Get()
  list(@Query() _query: Fieldless) {}
}

@Controller('query/file')
@Requires(read)
class OctetsQuery {
  @Get()
  list(@Query() _query: Buffer) {}
}

@Controller('path')
@Requires(read)
class NumberInPath {
  @Get(':id')
  get(@Param('id') _id: number) {}
}

class InheritedBody extends InterfaceBody {}
Controller('body/inherited')(InheritedBody);
Requires(read)(InheritedBody);

class Inherited extends Bare {}
Controller('inherited')(Inherited);

async function boot(...controllers: Type[]): Promise<void> {
  @Module({ imports: [PermissionsModule.of([{ read }], [])], controllers })
  class PlantedModule {}
  const app = await NestFactory.createApplicationContext(PlantedModule, { logger: false, abortOnError: false });
  await app.close();
}

it('boots when every route requires a declared permission or is public, and every parameter has fields', async () => {
  await expect(boot(Guarded, Open, GuardedAsAWhole, Reading)).resolves.toBeUndefined();
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

it.each([
  ['an interface', InterfaceBody, 'POST InterfaceBody.create: parameter 2 is a @Body() without a class of fields'],
  ['an inherited interface', InheritedBody, 'POST InheritedBody.create: parameter 2 is a @Body()'],
  ['a list', ListBody, 'POST ListBody.create: parameter 1 is a @Body()'],
  ['one field of the body', OneOfBody, 'POST OneOfBody.create: parameter 1 is a @Body()'],
  ['an unknown body', UnknownBody, 'POST UnknownBody.create: parameter 1 is a @Body()'],
  ['a query class without fields', FieldlessQuery, 'GET FieldlessQuery.list: parameter 1 is a @Query()'],
  ['a query of bytes', OctetsQuery, 'GET OctetsQuery.list: parameter 1 is a @Query()'],
  ['a number in the path', NumberInPath, 'GET NumberInPath.get: parameter 1 is a @Param()'],
])('refuses to boot a route with %s, which no request would be checked against', async (_case, controller, told) => {
  await expect(boot(Reading, controller)).rejects.toThrow(told);
});

it('names every fault at once, and only faults', async () => {
  const error = await boot(Guarded, Bare, InterfaceBody, Unknown).then(() => '', String);
  expect(error.split('\n')).toEqual([
    'Error: Routes are not guarded:',
    '  GET Bare.list: declare @Requires or @Public, one of them',
    '  POST InterfaceBody.create: parameter 2 is a @Body() without a class of fields',
    '  GET Unknown.list: no module declares the permission test.thing.write',
  ]);
});
