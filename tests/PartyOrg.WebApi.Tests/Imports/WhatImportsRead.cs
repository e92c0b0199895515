using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application.Imports;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Imports;

/// <summary>An import costs what its file holds, whatever the area of its sender holds.</summary>
public sealed class WhatImportsRead(WhatImportsRead.Host api) : IClassFixture<WhatImportsRead.Host>
{
    private const string Imports = "/api/v1/imports";

    [Fact]
    public async Task Only_the_organizations_that_the_file_names_are_read()
    {
        const int branches = 60;
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.CityOfficer, tree.City.Id);
        var all = new Register();
        for (var i = 0; i < branches; i++) all.Organization($"READ-{i}", "一支部", "党支部", tree.Town.Code, "2021-01-01");
        await Imported(officer, all);

        api.Read.Organizations = 0;
        await Imported(officer, new Register().Member("王伟", Numbers.Identity(), "", "正式", "", "", "READ-1", "2022-01-01"));
        api.Read.Organizations.Should().BeInRange(1, branches / 6);
    }

    private async Task Imported(ApiClient officer, Register register)
    {
        var uploaded = (await officer.Post(Imports, Register.Form(register.AsWorkbook()))).ShouldBe(HttpStatusCode.Accepted);
        await api.RunJobs();
        await officer.Post($"{uploaded.Location}/confirmation", ifMatch: (await officer.Get(uploaded.Location!.ToString())).ETag);
        await api.RunJobs();
        (await officer.Get(uploaded.Location!.ToString())).As<ImportAnswer>().Status.Should().Be(ImportStatus.Confirmed);
    }

    public sealed class Host : ApiHost<OnSqlite>
    {
        internal Reading Read { get; } = new();

        protected override void Change(IServiceCollection services) => services.AddSingleton<IInterceptor>(Read);
    }

    internal sealed class Reading : IMaterializationInterceptor
    {
        public int Organizations { get; set; }

        public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
        {
            if (entity is Organization) Organizations++;
            return entity;
        }
    }
}
