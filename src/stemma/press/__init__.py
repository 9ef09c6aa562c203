"""Who prints the news: outlets, their owner groups, wire services, and their addresses."""
