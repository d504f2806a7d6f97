pytest_plugins = ["tests.factories"]
