test('holds', () => expect(1 + 1).toBe(2));
test.skip('is left out', () => undefined);
