test('holds', () => expect(1 + 1).toBe(2));
test('does not hold', () => expect(1 + 1).toBe(3));
