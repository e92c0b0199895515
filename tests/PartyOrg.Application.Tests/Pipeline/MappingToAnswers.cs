using AutoMapper;
using AutoMapper.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace PartyOrg.Application.Tests.Pipeline;

public sealed class MappingToAnswers
{
    [Fact]
    public void Every_member_of_an_answer_is_mapped_or_left_out_on_purpose()
    {
        var configuration = new MapperConfiguration(mapper => mapper.AddMaps(typeof(ApplicationServices).Assembly), NullLoggerFactory.Instance);
        ((IGlobalConfiguration)configuration).GetAllTypeMaps().Should().HaveCountGreaterThan(2);
        configuration.AssertConfigurationIsValid();
    }
}
