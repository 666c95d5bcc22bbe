throw new Error('broke before its first test');
